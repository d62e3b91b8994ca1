/** What all commands of the command line have in common. */
package az.dost.vahid.command;
