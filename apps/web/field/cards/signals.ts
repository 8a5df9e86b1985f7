/** What hand and ear are told, so that the eye may stay with the people. */
export type Signal = 'good' | 'again' | 'bad';

const pitch: Record<Signal, number> = { good: 880, again: 587, bad: 196 };
const shakes: Record<Signal, number | number[]> = { good: 60, again: [40, 60, 40], bad: 300 };
let sound: AudioContext | undefined;

export function give(signal: Signal): void {
  navigator.vibrate?.(shakes[signal]);
  try {
    sound ??= new AudioContext();
    const [tone, loudness, from] = [sound.createOscillator(), sound.createGain(), sound.currentTime];
    tone.frequency.value = pitch[signal];
    loudness.gain.setValueAtTime(0.2, from);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.15);
    tone.connect(loudness).connect(sound.destination);
    tone.start(from);
    tone.stop(from + 0.15);
  } catch {
    // A phone without sound is told by its screen.
  }
}
