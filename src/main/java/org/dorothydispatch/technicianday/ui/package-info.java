@NullMarked
package org.dorothydispatch.technicianday.ui;

import org.jspecify.annotations.NullMarked;
