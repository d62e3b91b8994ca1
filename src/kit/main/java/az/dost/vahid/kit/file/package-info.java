/**
 * What a file of rows is: its character set, what divides its values, where its fields lie; with what speaks for it.
 */
package az.dost.vahid.kit.file;
