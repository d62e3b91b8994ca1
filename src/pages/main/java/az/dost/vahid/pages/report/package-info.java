/**
 * Reports of closed months and quarters for analysts, of the own centre for its manager, and open data for everybody;
 * what is hidden is said to be.
 */
package az.dost.vahid.pages.report;
