/** The checkout, for tests that read sources and documents. */
package az.dost.vahid.project;
