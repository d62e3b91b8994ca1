/** What a gateway needs before it starts, told all at once. */
package az.dost.vahid.edge.start;
