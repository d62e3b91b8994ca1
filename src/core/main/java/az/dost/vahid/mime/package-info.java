/** Multipart messages and content types, read as every reader reads them or not at all. */
package az.dost.vahid.mime;
