/** Who asks, and what he may: requesters, officials, citizens and auditors, decided once for every face. */
package az.dost.vahid.edge.access;
