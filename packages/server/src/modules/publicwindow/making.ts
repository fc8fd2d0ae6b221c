const MAKING_STEPS = /commissioning|creating_class_instance/;

/** Whether an event, as it is told, brings something into being. */
export function isMaking({ type, bizStep }: { readonly type: string; readonly bizStep?: string | undefined }): boolean {
  return type === 'TransformationEvent' || MAKING_STEPS.test(bizStep ?? '');
}
