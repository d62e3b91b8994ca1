/** What a program does by itself, in threads of its own: named, watched, and told of when it goes wrong. */
package az.dost.vahid.job;
