/** Places of an agency's documents, as guesses and confirmations name them, and what stands there. */
package az.dost.vahid.check.place;
