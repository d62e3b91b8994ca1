/** Folders that somebody else may write into, and files that nobody else may read. */
package az.dost.vahid.folder;
