// The tree under #reader, a line a node: elements with their attributes in order, texts as they are split. Comments,
// which hydration uses up, are left out.
const lines = [];
const walk = (node, depth) => {
  const indent = "  ".repeat(depth);
  if (node.nodeType === Node.TEXT_NODE) {
    lines.push(indent + JSON.stringify(node.data));
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
    lines.push(`${indent}<${node.localName}${attributes.join("")}>`);
    node.childNodes.forEach(child => walk(child, depth + 1));
  }
};
walk(document.getElementById("reader"), 0);
return lines;
