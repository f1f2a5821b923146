/** What the core asks of JavaScript. */
import { Node } from "./tables";

/** Whether a record passes the rule of a way, given as a reference; its fields lie from `fields` on. */
export declare function passes(way: usize, fields: usize): bool;

/** By which distribution a step's work takes as long as its record's fields say. */
export declare function workBy(node: Node, fields: usize): usize;

/** In which copy of the process a record lives that arrives now with these fields. */
export declare function copyOf(fields: usize): i32;

/** There is no more room for those who have reached an end. */
export declare function readEndings(): void;

/** There is no more room in the log of visits. */
export declare function readVisits(): void;

/** More records are inside than may be, or than there is memory for; does not return. */
export declare function overcrowded(): void;

/** Records go round in circles at a node; does not return. */
export declare function circles(node: Node): void;
