/** Certificates, MSPs, principals and signatures as Fabric's MSP judges them. */
@NullMarked
package org.countyledger.ledger.identity;

import org.jspecify.annotations.NullMarked;
