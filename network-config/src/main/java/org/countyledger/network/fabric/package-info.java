/** A network of Hyperledger Fabric, made from the inventory: block 0, settings of nodes, and what joins them. */
@NullMarked
package org.countyledger.network.fabric;

import org.jspecify.annotations.NullMarked;
