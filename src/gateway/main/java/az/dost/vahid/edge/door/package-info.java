/** The one door of every face: who asks, a body within its bound, JSON read strictly, and the form of an answer. */
package az.dost.vahid.edge.door;
