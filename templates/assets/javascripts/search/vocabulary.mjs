// The words of the texts: how one is spelt there, which one begins alike, and which one a misspelt word was meant to be.

const LETTERS = { ø: "o", ö: "o", æ: "a", ä: "a", å: "a", é: "e", è: "e", ü: "u" }
const SPELT_OUT = [[/oe/g, "o"], [/ae/g, "a"], [/aa/g, "a"]]
const ENDING = 3

/** The word with plain letters only, as somebody without a Nordic keyboard writes it. */
export const fold = (word) => word.toLowerCase().replace(/[øöæäåéèü]/g, (letter) => LETTERS[letter])

const foldSpeltOut = (word) => SPELT_OUT.reduce((text, [pair, letter]) => text.replace(pair, letter), fold(word))

export class Vocabulary {
  #spelt = new Map()

  /** `words`: every word of the texts, the most common first. */
  constructor(words) {
    for (const word of words) this.#spelt.set(fold(word), [...(this.#spelt.get(fold(word)) ?? []), word])
    this.folds = [...this.#spelt.keys()]
  }

  /** Every way the texts spell this word, whatever letters it is typed with. */
  spellings(word) {
    return this.#spelt.get(fold(word)) ?? this.#spelt.get(foldSpeltOut(word))
  }

  /** Whether a word of the texts begins with this: it may not have been typed to its end. */
  isBegun(word) {
    return word.length > 2 && this.folds.some((each) => each.startsWith(fold(word)))
  }

  /** The beginning this word shares with one of the texts, when only their endings differ. */
  stem(word) {
    const start = fold(word).slice(0, Math.max(word.length - ENDING, 5))
    const longest = this.folds.filter((each) => each.startsWith(start)).map((each) => shared(each, fold(word)))
    return longest.length && word.length > 6 ? word.slice(0, Math.max(...longest)) : undefined
  }

  /** The spellings of the word that takes fewest changes: at most one in a short word, two in a long one. */
  meant(word) {
    return this.#spelt.get(nearest(fold(word), this.folds))
  }
}

function shared(one, other) {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** Of several that are equally near, the most common; the first letter is seldom wrong. */
function nearest(word, words) {
  let [best, fewest] = [undefined, word.length < 4 ? 0 : word.length < 8 ? 1 : 2]
  for (const other of words) {
    const isFar = other[0] !== word[0] || Math.abs(other.length - word.length) > fewest
    const changes = isFar ? Infinity : distance(word, other)
    if (changes < fewest || (changes === fewest && best === undefined)) [best, fewest] = [other, changes]
  }
  return best
}

/** How many letters are put in, left out, changed, or swapped with their neighbour. */
function distance(one, other) {
  let [beforeLast, last] = [[], [...other, ""].map((_, column) => column)]
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    for (let column = 1; column <= other.length; column++) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + changed)
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (row > 1 && column > 1 && swapped) now[column] = Math.min(now[column], beforeLast[column - 2] + 1)
    }
    [beforeLast, last] = [last, now]
  }
  return last[other.length]
}
