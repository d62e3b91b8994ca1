/** Files that gateways keep for each other: put into a store that all of them share, then committed in the database. */
package az.dost.vahid.proof.blob;
