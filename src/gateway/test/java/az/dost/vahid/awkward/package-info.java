/**
 * Awkward truths: answers that are valid by an agency's own contract and strange to us. Generated from the contracts,
 * so that a new connector gets them too; what becomes of each part of an answer stands in the connector's
 * {@code leaves.yaml}.
 */
package az.dost.vahid.awkward;
