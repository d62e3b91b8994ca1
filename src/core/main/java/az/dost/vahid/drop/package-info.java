/** The words of file drops: a file's name, why one is refused or waits, and what is found wrong with a row. */
package az.dost.vahid.drop;
