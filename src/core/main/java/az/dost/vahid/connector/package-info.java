/** Connectors: one folder an agency, read, checked against their schema, and kept in every version that ran. */
package az.dost.vahid.connector;
