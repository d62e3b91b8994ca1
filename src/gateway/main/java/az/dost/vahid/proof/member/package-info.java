/**
 * The gateways that live on one database: who they are, whether they are alike, and which part of what all may do is
 * each one's.
 */
package az.dost.vahid.proof.member;
