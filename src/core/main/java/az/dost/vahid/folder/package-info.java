/** Folders that somebody else may write into or has handed over, and files that nobody else may read. */
package az.dost.vahid.folder;
