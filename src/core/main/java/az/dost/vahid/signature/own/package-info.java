/** The command that makes a gateway's own keys; a gateway itself never makes one. */
package az.dost.vahid.signature.own;
