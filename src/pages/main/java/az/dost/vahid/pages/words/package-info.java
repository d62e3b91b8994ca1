/** What people read, in their language: names of the contracts, dates, money, and the pages' own sentences. */
package az.dost.vahid.pages.words;
