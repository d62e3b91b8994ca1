/** What the played agencies share: their server, their keys, their faults, and a register seen by one of them. */
package az.dost.vahid.mock.kit;
