/**
 * Finds services by words as people write them, in Azerbaijani and English: with any ending, without the marks of
 * letters, misspelt, or by another word for the same (decision 196). It knows nothing of faces.
 */
package az.dost.vahid.journeys.catalogue.search;
