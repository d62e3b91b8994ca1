/** What other rules would change: an analyst asks, an auditor releases, both read the sheets. */
package az.dost.vahid.pages.simulation;
