/*
 * Copyright 2026 The Wheelhouse contributors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Linked to everything that the program is linked to, and does nothing: what the
 * loader alone costs.
 */
int
main (void)
{
  return 0;
}
