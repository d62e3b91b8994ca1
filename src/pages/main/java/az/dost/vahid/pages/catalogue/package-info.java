/**
 * The catalogue for people: which services there are and what is known of each, their manuals, and papers that a
 * register could replace.
 */
package az.dost.vahid.pages.catalogue;
