package org.dorothydispatch.rules;

import java.util.function.Supplier;

/**
 * What a broken rule has to say. The sentences are made when somebody reads them; they must rest on values that do not
 * change when visits move later.
 *
 * @param message one plain sentence
 * @param shortMessage three to six words, for a cell of the board
 */
record Finding(Supplier<String> message, Supplier<String> shortMessage) {}
