/**
 * The operator's pages over the contract of operations: how all is, what became of a lookup, what waits, and the few
 * things that may be changed.
 */
package az.dost.vahid.pages.operator;
