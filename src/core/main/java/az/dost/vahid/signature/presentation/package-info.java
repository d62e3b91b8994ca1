/**
 * Credentials that a person shows (SD-JWT VC, RFC 9901): whether the issuer signed them, what they show, whose they
 * are, and whether they stand. Nobody is asked anything.
 */
package az.dost.vahid.signature.presentation;
