/**
 * What a person shows of what he carries: a verifier by OpenID4VP 1.0 of this issuer's credentials, for an official who
 * asks in his presence.
 */
package az.dost.vahid.presentations;
