/**
 * The README's promises, tried from outside: one file for each promise. Nothing of the product is on the class path. Requests
 * are raw HTTP and residents sign by what the API's pages say, so that a mistake of our own client cannot hide one of the
 * gateway; the county command is started as a program.
 */
@NullMarked
package org.countyledger.acceptance;

import org.jspecify.annotations.NullMarked;
