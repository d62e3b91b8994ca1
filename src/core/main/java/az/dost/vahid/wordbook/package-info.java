/** What people read for the names and codes of the contracts, in Azerbaijani and English: {@code contracts/words}. */
package az.dost.vahid.wordbook;
