/** Settings of the frameworks that no setting of theirs reaches. */
package az.dost.vahid.framework;
