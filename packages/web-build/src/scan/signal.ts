/** Tells by hand and ear that a code was read, for whoever looks at the goods. */
const SIGNAL_MS = 70;
const PITCH_HZ = 1_760;
const LOUDNESS = 0.1; // of 1: heard in a store, not in the next

export interface Signal {
  give(): void;
  close(): void;
}

export function openSignal(): Signal {
  let sound: AudioContext | undefined;
  return {
    give() {
      // Safari has none.
      if ('vibrate' in navigator) navigator.vibrate(SIGNAL_MS);
      if (!('AudioContext' in globalThis)) return;
      sound ??= new AudioContext();
      const [tone, volume] = [sound.createOscillator(), sound.createGain()];
      tone.frequency.value = PITCH_HZ;
      volume.gain.value = LOUDNESS;
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + SIGNAL_MS / 1_000);
    },
    // The tone of the last code is heard to its end.
    close: () => void setTimeout(() => void sound?.close(), 2 * SIGNAL_MS),
  };
}
