/**
 * Proofs that a person carries: an issuer by OpenID4VCI 1.0 of SD-JWT VCs, made from what a lookup proves. Which
 * credentials there are, and what each says, is data ({@code contracts/credentials}).
 */
package az.dost.vahid.credentials;
