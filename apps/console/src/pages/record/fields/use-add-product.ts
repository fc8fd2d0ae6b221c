/** A product that nobody has entered yet, made of its name alone (decision 0031). */
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../api.ts';
import { useSession } from '../../../session.ts';
import { numberOfName, ownProduct } from '../../master/form/own-product.ts';
import { useRefuseKnown } from '../../master/form/use-refuse-known.ts';
import { ENTRIES_PATH } from '../../master/path.ts';

/** A hook that adds it, and gives its code. @throws ApiProblem where another product has that number */
export function useAddProduct(): (name: string) => Promise<string> {
  const api = useApi();
  const queries = useQueryClient();
  const refuseKnown = useRefuseKnown();
  const { data: session } = useSession();
  return async (name) => {
    const organisation = session?.organisation;
    const number = numberOfName(name);
    if (organisation === undefined || number === undefined) throw new Error('no product can be made of this name');
    const code = ownProduct(number, organisation);
    await refuseKnown(code);
    const entry = { kind: 'product', code, attributes: { name: name.trim() }, identifiers: [], parts: [] };
    await api.send('POST', ENTRIES_PATH, [entry]);
    void queries.invalidateQueries({ queryKey: [ENTRIES_PATH] });
    return code;
  };
}
