/** What makes an answer believed: keys of rows, the record, leases, the gateways of one database. */
package az.dost.vahid.proof;
