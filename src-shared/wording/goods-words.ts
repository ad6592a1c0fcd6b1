const goods =
  /\b(parts?|materials?|goods|supplies|spares|consumables|equipment|hardware|material(ien)?|ersatzteile|waren?(wert\w*)?|fournitures|materiaux|pieces|materiales|repuestos|materiali|ricambi|materialen|onderdelen|materiais|pecas)\b/;

/** Whether folded words name goods that are sold as such: parts, materials, equipment, in seven languages. */
export const namesGoods = (folded: string): boolean => goods.test(folded);
