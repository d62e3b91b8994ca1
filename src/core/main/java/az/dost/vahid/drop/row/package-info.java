/** The rows of a file, whatever its format: within bounds, one by one, mapped to facts. */
package az.dost.vahid.drop.row;
