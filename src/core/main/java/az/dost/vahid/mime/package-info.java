/**
 * Multipart messages and content types, read as every reader reads them or not at all; what an Accept header likes
 * best.
 */
package az.dost.vahid.mime;
