/**
 * Rights to payments as data: what the law asks ({@code contracts/rights}), checked as it is read, and evaluated over a
 * dossier. A fact that nobody knows decides nothing.
 */
package az.dost.vahid.rights;
