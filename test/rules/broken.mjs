/** @typedef {[file: string, from: string, to: string]} Patch */
/** @typedef {{ rule: string, story: string, patches: Patch[] }} BrokenRule */

/**
 * A rule of docs/counting-rules.md broken in the product's own code: by its number, or by the first words of a sentence below the
 * table.
 * @param {string} rule @param {string} story what is true when it is broken @param {Patch[]} patches @returns {BrokenRule}
 */
export const broken = (rule, story, ...patches) => ({ rule, story, patches });
