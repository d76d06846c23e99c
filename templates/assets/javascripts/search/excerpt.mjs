// The part of a text that shows why it was found, with the words that were looked for marked.

import { fold } from "./vocabulary.mjs"

const LENGTH = 30
const BEFORE = 6

/** A word as words are compared here: plain letters and digits, nothing between them. */
export const plain = (word) => fold(word).replace(/[^\p{L}\p{N}]/gu, "")

/** The text as pieces `[text, isMarked]`, cut to the thirty words where most of what was looked for stands. */
export function excerpt(text, wanted) {
  const words = text.split(/\s+/)
  const hits = words.map((word) => isWanted(word, wanted))
  const start = Math.max(0, Math.min(densest(hits) - BEFORE, words.length - LENGTH))
  const end = start + LENGTH
  const pieces = marked(words.slice(start, end).join(" "), wanted)
  return [...(start > 0 ? [["… ", false]] : []), ...pieces, ...(end < words.length ? [[" …", false]] : [])]
}

/** A text as pieces `[text, isMarked]`. */
export function marked(text, wanted) {
  return text.split(/([\p{L}\p{N}.,]*[\p{L}\p{N}])/u).filter(Boolean).map((piece) => [piece, isWanted(piece, wanted)])
}

/** Whether a word is one of those looked for, has it in it, or differs from it in its ending. */
function isWanted(word, wanted) {
  const own = plain(word)
  return own !== "" && wanted.some((each) => own.includes(each) || beginAlike(own, each))
}

function beginAlike(one, other) {
  const length = Math.max(4, Math.min(one.length, other.length) - 2)
  return one.length >= length && other.length >= length && one.slice(0, length) === other.slice(0, length)
}

/** Where the stretch with the most hits begins, at its first hit. */
function densest(hits) {
  const starts = hits.map((hit, at) => (hit ? hits.slice(at, at + LENGTH - BEFORE).filter(Boolean).length : 0))
  return starts.indexOf(Math.max(...starts))
}
